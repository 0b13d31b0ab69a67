export { createProjector, type Projector, type ProjectorOptions, projectedTopics } from './projector.ts'
export { type Rebuilt, rebuild } from './rebuild.ts'
export { createVersionsProjector, type VersionsProjector, type VersionsProjectorOptions } from './versions.ts'
