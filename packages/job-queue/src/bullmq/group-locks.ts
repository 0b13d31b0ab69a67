import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'

/** Holds one group for one job, across processes. */
export interface GroupHold {
  /** Lets the next job of the group begin, after the pause. */
  release(): Promise<void>
}

export interface GroupLocks {
  /** Takes a group, or null where another job has it. */
  take(group: string): Promise<GroupHold | null>
}

/** Sets how long a lock still lives, where it is still ours: KEYS the lock; ARGV our token and the milliseconds, 0 to let go now. */
const EXPIRE_IF_OURS = `
  if redis.call('get', KEYS[1]) ~= ARGV[1] then return 0 end
  if ARGV[2] == '0' then return redis.call('del', KEYS[1]) end
  return redis.call('pexpire', KEYS[1], ARGV[2])`

/**
 * One lock for each group, in Redis. BullMQ bounds groups only in its paid edition, so a job whose group is taken goes back and comes
 * again. The holder renews its lock; that of a dead process ends by itself after `leaseMs`.
 */
export function createGroupLocks(options: {
  redis: Redis
  /** Begins each key. */
  prefix: string
  leaseMs: number
  /** How long a group stays taken after a job of it. */
  pauseMs: number
}): GroupLocks {
  const { redis, prefix, leaseMs, pauseMs } = options
  return {
    async take(group) {
      const key = `${prefix}:group:${group}`
      const token = randomUUID()
      if ((await redis.set(key, token, 'PX', leaseMs, 'NX')) !== 'OK') return null
      const expire = (ms: number): Promise<unknown> => redis.eval(EXPIRE_IF_OURS, 1, key, token, String(ms))
      // A renewal that fails costs at most that another job of the group begins.
      const renewal = setInterval(() => void expire(leaseMs).catch(() => {}), leaseMs / 3)
      return {
        async release() {
          clearInterval(renewal)
          await expire(pauseMs).catch(() => {})
        },
      }
    },
  }
}
