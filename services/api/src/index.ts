export { createApi } from './api.ts'
export { type Listening, listen } from './listen.ts'
