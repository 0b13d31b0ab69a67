import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { testServer } from './read-model.ts'

/** A database of its own on the server of the tests, by its address; gone after `use`. */
export async function inDatabase<Result>(use: (url: string) => Promise<Result>): Promise<Result> {
  const name = `whipcount_test_${randomUUID().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: testServer })
  await server.connect()
  try {
    await server.query(`create database ${name}`)
    const url = new URL(testServer)
    url.pathname = `/${name}`
    return await use(url.href)
  } finally {
    await server.query(`drop database if exists ${name} with (force)`)
    await server.end()
  }
}
