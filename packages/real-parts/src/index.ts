export {
  type ContainerPlan,
  explainContainer,
  kafkaContainer,
  postgresContainer,
  redisContainer,
} from './containers.ts'
export { type StartedContainer, startInDocker } from './docker.ts'
export { type FoundPart, findPart, type PartWays, withoutPassword } from './find-part.ts'
