import { createTableLog } from '@whipcount/event-log'
import { migrate, openDatabase } from '@whipcount/read-store'
import { makeHistory } from './history.ts'
const { db, close } = await openDatabase({ url: process.argv[2]! })
await migrate(db)
const log = await createTableLog({ db })
let events = 0
for (const part of makeHistory(Number(process.argv[3]))) for (const topic of ['desk', 'articles', 'events'] as const) {
  events += part[topic].length
  await log.append(topic, part[topic].map((event) => ({ key: event.subject, value: JSON.stringify(event) })))
}
console.log(events)
await log.close(); await close()
