/** What tests of the wired house need: an invented challenge, and a chat endpoint that does as it is told. */
export { exampleArticle, exampleChallenge } from './example.ts'
export { type ScriptedServer, says, startScriptedServer, status, type Turn } from './model/scripted-server.ts'
