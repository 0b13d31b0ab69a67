import { type Cluster, type ClusterOptions, onCluster } from '../cluster/cluster.ts'
import { fill, insertBare } from './catch-up.ts'

/** A projector process that catches up with a log of so many events in Kafka, beside a bare insert of the same rows. */
export interface ClusterCatchUp {
  readonly events: number
  readonly rows: number
  readonly perSecond: number
  /** Events a second, if inserting their rows in batches of the same size were all there is to do. */
  readonly barePerSecond: number
  /** `perSecond` of `barePerSecond`. */
  readonly share: number
}

export function benchClusterCatchUp(options: ClusterOptions, articles: number): Promise<ClusterCatchUp> {
  return onCluster(options, async (cluster) => {
    const events = await fill(cluster.log, articles)
    const seconds = await catchUp(cluster)
    const bare = await insertBare(cluster.db, cluster.log)
    const perSecond = events / seconds
    const barePerSecond = events / bare.seconds
    return { events, rows: bare.rows, perSecond, barePerSecond, share: perSecond / barePerSecond }
  })
}

/** Starts a projector; resolves to the seconds from when it runs to when it stands at the ends of the topics. */
export async function catchUp(cluster: Cluster): Promise<number> {
  await cluster.start('projector').url
  const began = performance.now()
  await cluster.applied()
  return (performance.now() - began) / 1000
}
