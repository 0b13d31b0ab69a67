/**
 * Whether an error of Postgres or its driver passes by itself: the connection was lost or refused, the server is starting or
 * stopping, a deadlock or serialization failure was resolved at our cost, a transaction was given up because its process had been frozen.
 * Source: Appendix A of the Postgres manual (classes 08, 25P03, 40, 53 without 53100, 57P); Node's system errors; messages of `pg`.
 */
export function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code === 'string') {
    if (/^(08...|25P03|40001|40P01|53300|57P0[1-5]|55P03)$/.test(code)) return true
    if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code))
      return true
  }
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    )
  )
}
