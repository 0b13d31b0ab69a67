import { expect, it } from 'vitest'
import { clusterId } from '../../../infra/kafka/broker.ts'

it('the id of a cluster is never taken for an option of the command line that formats its disk', () => {
  const ids = Array.from({ length: 5000 }, clusterId)
  expect(ids.filter((id) => !/^[\w][\w-]{21}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
