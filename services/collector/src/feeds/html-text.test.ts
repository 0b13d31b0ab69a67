import { describe, expect, it } from 'vitest'
import { htmlText } from './html-text.ts'

describe('the text of HTML', () => {
  it('has an empty line between paragraphs, and lines where the markup breaks them', () => {
    const html = `<div><p>Finch told
      reporters <b>Vale</b> "must&nbsp;go".</p>\n<p>The caucus met.<br/>Nobody spoke.</p><ul><li>One</li><li>Two</li></ul></div>`
    expect(htmlText(html)).toBe(
      'Finch told reporters Vale "must\u00a0go".\n\nThe caucus met.\nNobody spoke.\n\nOne\n\nTwo',
    )
  })

  it('keeps the lines of what has no markup', () => {
    expect(htmlText('Finch said no.\n\nVale &amp; Holt said &quot;yes&quot;.\n')).toBe(
      'Finch said no.\n\nVale & Holt said "yes".',
    )
  })

  it('leaves out what a reader does not see', () => {
    const html =
      'A<!-- <p>no --><script>if (a < b) write("<p>no</p>")</script><style>p > a {}</style><p>B</p><!-- open'
    expect(htmlText(html)).toBe('A\n\nB')
  })

  it('takes a quoted attribute whole, and a lone < as itself', () => {
    expect(htmlText('<p><img alt="a > b" src=x>It is 1 < 2, and 3 <4.</p>')).toBe('It is 1 < 2, and 3 <4.')
    expect(htmlText('cut off <a href="')).toBe('cut off <a href="')
  })

  it('decodes entities once', () => {
    expect(htmlText('<p>&amp;lt;p&amp;gt; &eacute;&#8217;&#x2014;</p>')).toBe('&lt;p&gt; é’—')
  })

  it('takes time in proportion to the length, whatever the markup', () => {
    for (const piece of ['<a "', '<', '<p', '<!-- ', '<script>', "<a x='", '</script', '<p>\n ']) {
      const began = performance.now()
      htmlText(piece.repeat(200_000))
      expect(performance.now() - began).toBeLessThan(1_500)
    }
  })
})
