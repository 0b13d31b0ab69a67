export { createProjector, type Projector, type ProjectorOptions, projectedTopics } from './projector.ts'
