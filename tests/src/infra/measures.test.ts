import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parser } from '@prometheus-io/lezer-promql'
import { createMetrics } from '@whipcount/service-kit'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../house/command.ts'
import { readCompose } from './compose.ts'
import { variablesOf } from './deployments.ts'

const monitoring = join(root, 'infra', 'monitoring')
const read = (file: string): string => readFileSync(join(monitoring, file), 'utf8')

/** A measure by the name that Prometheus stores it under, and the labels it comes with. */
const measures = new Map<string, ReadonlySet<string>>()
{
  /** What Prometheus adds to every one. */
  const added = ['service', 'job', 'instance']
  for (const metric of createMetrics('any').registry.getMetricsAsArray()) {
    const {
      name,
      labelNames = [],
      type,
    } = metric as unknown as { name: string; labelNames?: string[]; type: string }
    const labels = new Set([...labelNames, ...added])
    const isHistogram = type === 'histogram' || 'buckets' in metric
    if (!isHistogram) measures.set(name, labels)
    else {
      measures.set(`${name}_bucket`, new Set([...labels, 'le']))
      for (const suffix of ['_count', '_sum']) measures.set(name + suffix, labels)
    }
  }
  // Prometheus' own, for each target.
  measures.set('up', new Set(['job', 'instance']))
}

interface Query {
  readonly measures: readonly string[]
  readonly labels: readonly string[]
  readonly jobs: readonly string[]
}

/** What a query asks for, by Prometheus' own grammar. Throws where it is not one. */
function readQuery(text: string): Query {
  const found = { measures: new Set<string>(), labels: new Set<string>(), jobs: new Set<string>() }
  parser.parse(text).iterate({
    enter({ name, type, from, to, node }) {
      const word = text.slice(from, to)
      if (type.isError) throw new Error(`no query, at ${from}: ${text}`)
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') found.measures.add(word)
      if (name === 'LabelName') found.labels.add(word)
      if (name === 'UnquotedLabelMatcher' && word.startsWith('job'))
        for (const job of /"(.*)"/.exec(word)![1]!.split('|')) found.jobs.add(job)
    },
  })
  return { measures: [...found.measures], labels: [...found.labels], jobs: [...found.jobs] }
}

interface Alert {
  readonly alert: string
  readonly expr: string
  readonly labels: { readonly severity: string }
  readonly annotations: { readonly summary: string; readonly description: string }
}
const { groups } = parse(read('alerts.yaml')) as { groups: { name: string; rules: Alert[] }[] }
const alerts = groups.flatMap(({ rules }) => rules)
const dashboard = JSON.parse(read('grafana/whipcount.json')) as {
  uid: string
  panels: {
    id: number
    title: string
    description: string
    datasource: { uid: string }
    gridPos: { x: number; y: number; w: number; h: number }
    targets: { expr: string; datasource: { uid: string } }[]
  }[]
}
const scraped = (
  parse(read('prometheus.yaml')) as {
    scrape_configs: { job_name: string; dns_sd_configs: { names: string[]; port: number }[] }[]
  }
).scrape_configs
const queries = [
  ...alerts.map(({ alert, expr }) => [`the alert ${alert}`, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => [`the panel ${title}`, expr.replaceAll('$__rate_interval', '5m')] as const),
  ),
]

describe('alerts and dashboard', () => {
  it.each(queries)('%s asks for measures and labels that a service has', (_, text) => {
    const query = readQuery(text)
    expect(query.measures.length).toBeGreaterThan(0)
    expect(query.measures.filter((name) => !measures.has(name))).toEqual([])
    const known = new Set(query.measures.flatMap((name) => [...measures.get(name)!]))
    expect(query.labels.filter((label) => !known.has(label))).toEqual([])
    expect(query.jobs.filter((job) => !scraped.some(({ job_name }) => job_name === job))).toEqual([])
  })

  it('would not pass with a measure that is gone, a label that it has not, or half a query', () => {
    expect(readQuery('sum by (code) (rate(whipcount_gone_total[5m]))')).toEqual({
      measures: ['whipcount_gone_total'],
      labels: ['code'],
      jobs: [],
    })
    expect(measures.get('whipcount_lag_seconds')!.has('code')).toBe(false)
    expect(() => readQuery('sum by (topic) (whipcount_lag_seconds')).toThrow(/no query/)
  })

  it('show every measure of ours', () => {
    const shown = new Set(queries.flatMap(([, text]) => readQuery(text).measures))
    const ours = [...measures.keys()].filter(
      (name) => name.startsWith('whipcount_') && !name.endsWith('_sum'),
    )
    expect(ours.length).toBeGreaterThan(9)
    expect(ours.filter((name) => !shown.has(name))).toEqual([])
  })

  it('name labels in their sentences that the alert has', () => {
    for (const { alert, expr, annotations } of alerts) {
      const named = Object.values(annotations).flatMap((text) =>
        [...text.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label!),
      )
      const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(/,\s*/))
      const replaced = [...expr.matchAll(/label_replace\(.*?, "(\w+)"/g)].map(([, label]) => label!)
      const kept =
        grouped.length === 0 && replaced.length === 0 ? ['job', 'instance'] : [...grouped, ...replaced]
      expect(
        named.filter((label) => !kept.includes(label)),
        alert,
      ).toEqual([])
    }
  })
})

describe('the alerts', () => {
  it('each have one name, a severity that somebody hears, and say what it means', () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length)
    for (const { labels, annotations, ...rest } of alerts) {
      expect(Object.keys(rest).filter((key) => !['alert', 'expr', 'for'].includes(key))).toEqual([])
      expect(['page', 'ticket']).toContain(labels.severity)
      for (const text of [annotations.summary, annotations.description]) expect(text).toMatch(/\.$/)
    }
  })

  it('name only variables that a service reads', () => {
    const named = [...read('alerts.yaml').matchAll(/WHIPCOUNT_\w+/g)].map(([name]) => name)
    const declared = Object.values(variablesOf).flatMap((variables) => Object.keys(variables))
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((name) => !declared.includes(name))).toEqual([])
  })
})

describe('Prometheus and Grafana in the compose file', () => {
  const { services } = readCompose()

  it('scrape every service at its port', () => {
    const wanted = Object.entries(services).filter(
      ([name, { build }]) => build !== undefined && name !== 'migrate',
    )
    expect(scraped.map(({ job_name }) => job_name).sort()).toEqual(wanted.map(([name]) => name).sort())
    for (const {
      job_name,
      dns_sd_configs: [found],
    } of scraped) {
      expect(found).toMatchObject({ names: [job_name], port: 8080 })
      expect(services[job_name]!.healthcheck!.test.join(' ')).toContain(`:${found!.port}/`)
    }
  })

  it('find their files, and Grafana the Prometheus that its panels ask', () => {
    const { rule_files: rules } = parse(read('prometheus.yaml')) as { rule_files: string[] }
    expect(services['prometheus']!.volumes).toContain(
      `../monitoring/alerts.yaml:/etc/prometheus/${rules[0]}:ro`,
    )
    const { datasources } = parse(read('grafana/datasources.yaml')) as {
      datasources: { uid: string; url: string }[]
    }
    expect(datasources.map(({ url }) => new URL(url).hostname)).toEqual(['prometheus'])
    const asked = dashboard.panels.flatMap(({ datasource, targets }) => [
      datasource,
      ...targets.map((one) => one.datasource),
    ])
    expect(new Set(asked.map(({ uid }) => uid))).toEqual(new Set(datasources.map(({ uid }) => uid)))
    const { providers } = parse(read('grafana/dashboards.yaml')) as {
      providers: { options: { path: string } }[]
    }
    expect(services['grafana']!.volumes).toContain(
      `../monitoring/grafana/whipcount.json:${providers[0]!.options.path}/whipcount.json:ro`,
    )
  })
})

describe('the dashboard', () => {
  it('has panels that say what they show, each in a place of its own', () => {
    const { panels } = dashboard
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    for (const { title, description } of panels)
      expect([title, description].filter((text) => text === '')).toEqual([])
    for (const [i, a] of panels.entries()) {
      expect(a.gridPos.x + a.gridPos.w).toBeLessThanOrEqual(24)
      const overlapping = panels.slice(i + 1).filter(({ gridPos: b }) => {
        const apart = (from: number, size: number, other: number, its: number): boolean =>
          from + size <= other || other + its <= from
        return !apart(a.gridPos.x, a.gridPos.w, b.x, b.w) && !apart(a.gridPos.y, a.gridPos.h, b.y, b.h)
      })
      expect(overlapping.map(({ title }) => `${a.title} lies over ${title}`)).toEqual([])
    }
  })
})
