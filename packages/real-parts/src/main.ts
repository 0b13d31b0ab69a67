/** `npm run parts`: says what the tests would start in Docker, and starts nothing. */
import { explainContainer, kafkaContainer, postgresContainer, redisContainer } from './containers.ts'

const parts = { Kafka: kafkaContainer, Postgres: postgresContainer, Redis: redisContainer }
for (const [part, plan] of Object.entries(parts))
  console.log(
    `${part}\n${explainContainer(plan)
      .map((line) => `  ${line}\n`)
      .join('')}`,
  )
