import { readConfig } from '@whipcount/service-kit'
import { describe, expect, it } from 'vitest'
import { modelVariables, openChat } from './config.ts'

const open = (environment: Record<string, string>) => openChat(readConfig(modelVariables, environment))
const url = { WHIPCOUNT_MODEL_URL: 'https://model.example/v1' }
const name = { WHIPCOUNT_MODEL_NAME: 'a-model' }

describe('the configuration of a model', () => {
  it('asks none unless it is told to', () => {
    expect(open({})).toBeNull()
    expect(open({ ...url, ...name, WHIPCOUNT_MODEL_KEY: 'sk-secret' })?.model).toBe('a-model')
  })

  it.each([
    [name, 'WHIPCOUNT_MODEL_NAME is set, but WHIPCOUNT_MODEL_URL is not.'],
    [{ WHIPCOUNT_MODEL_KEY: 'sk' }, 'WHIPCOUNT_MODEL_KEY is set, but WHIPCOUNT_MODEL_URL is not.'],
    [url, 'WHIPCOUNT_MODEL_URL is set, but WHIPCOUNT_MODEL_NAME is not.'],
    [
      { ...name, WHIPCOUNT_MODEL_URL: 'model.example' },
      'WHIPCOUNT_MODEL_URL is no plain http(s) address such as',
    ],
    [{ ...name, WHIPCOUNT_MODEL_URL: 'https://me:pw@model.example' }, 'is no plain http(s) address'],
  ])('refuses %j', (environment, why) => {
    expect(() => open(environment as Record<string, string>)).toThrow(why)
  })

  it('does not show a key that it refuses', () => {
    const key = 'sk-secret\n'
    expect(() => open({ ...url, ...name, WHIPCOUNT_MODEL_KEY: key })).toThrow(
      'WHIPCOUNT_MODEL_KEY holds characters that no header can carry.',
    )
  })
})
