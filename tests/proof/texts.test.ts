import { describe, expect, test } from 'vitest'
import { markupOf, screenTexts } from '../support/markup.ts'
import { sourceFiles } from '../support/source-files.ts'

const components = sourceFiles(['web/**/*.{svelte,astro}'])

describe('texts stand in the catalogues of web/text', () => {
  test('not in components', () => {
    const found = components.flatMap(({ path, text }) => screenTexts(path, text).map((line) => `${path}: ${line}`))
    expect(found).toEqual([])
  })

  test('there are components to look at', () => {
    expect(components.length).toBeGreaterThan(10)
  })

  test.each([
    ['<h1>Vertel het</h1>', ['Vertel het']],
    ['{#if open}<p>Open</p>{:else}{text.closed}{/if}', ['Open']],
    ['{items.map((item) => (<li>{item} dagen</li>))}', ['dagen']],
    ['<input placeholder="Jouw code" aria-label="Code">', ['Jouw code', 'Code']],
    ['<p title={text.title}>{text.lead} · {n}</p>', []],
    ['<script>const a = "niet op het scherm"</script><!-- ook niet --><style>p { color: red }</style>', []],
    ['<button onclick={() => go({ to: 1 })} class="secondary">{text.go}</button>', []],
  ])('the reader of %s sees %j', (markup, seen) => {
    expect(screenTexts('a.svelte', markup)).toEqual(seen)
  })
})

describe('markup', () => {
  const never = {
    'an inline style, which the policy blocks': /\sstyle\s*=|\bstyle:[\w-]+\s*=/,
    'markup from a string in the browser': /\{@html\b/,
    'a script handler in an attribute': /\son\w+\s*=\s*"/,
    'hydration by Astro, which needs inline script': /\sclient:\w+/,
    'a disabled button, which explains nothing': /<button[^>]*\sdisabled[\s=>]/,
  }

  test.each(Object.entries(never))('never has %s', (_, pattern) => {
    const found = components.filter(({ path, text }) => pattern.test(markupOf(path, text)))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
