import { claimTypes, Failure } from '@whipcount/events'
import type { Queries } from '@whipcount/read-store'
import { Hono } from 'hono'
import { askedDays } from '../asked-days.ts'

const types: readonly string[] = claimTypes

/** Every live claim, and the proof of one. */
export const claimsRoute = (queries: Queries): Hono =>
  new Hono()
    .get('/challenges/:challenge/claims', async (c) => {
      const { type, ...days } = c.req.query()
      if (type !== undefined && !types.includes(type)) {
        throw new Failure(
          'usage',
          `type=${JSON.stringify(type)} is no type of claim. The types are ${types.join(', ')}.`,
        )
      }
      return c.json(
        await queries.claims(c.req.param('challenge'), { ...askedDays(days), ...(type ? { type } : {}) }),
      )
    })
    .get('/claims/:claim/evidence', async (c) => {
      const found = await queries.evidence(c.req.param('claim'))
      return found.length > 0
        ? c.json(found)
        : c.json(
            {
              error: 'claim-unknown',
              message: `No claim ${c.req.param('claim')}. Take an id from an answer.`,
            },
            404,
          )
    })
