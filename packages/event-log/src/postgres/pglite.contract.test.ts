import { eventLogContract } from '../contract.ts'
import { scratchPglite } from './scratch.ts'
import { createTableLog } from './table-log.ts'

eventLogContract('The table log on PGlite', async () => {
  const { db, drop } = await scratchPglite()
  let opened = 0
  return { open: (partitions) => createTableLog({ db, partitions, exclusive: opened++ === 0 }), drop }
})
