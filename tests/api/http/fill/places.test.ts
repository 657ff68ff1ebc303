import { expect, test } from 'vitest'
import { fillPage } from '../../../../api/http/fill/places.ts'

test('a place is filled wherever it stands, also more than once', () => {
  const page = '<title><!--fill:site-name-->: wie helpt</title><h1>Locatie <!--fill:site-name--></h1>'
  expect(fillPage(page, { 'site-name': 'Ede' })).toBe('<title>Ede: wie helpt</title><h1>Locatie Ede</h1>')
})

test('what is filled in is put there as it is, not read as a pattern or a place', () => {
  expect(fillPage('<p><!--fill:site-name--></p>', { 'site-name': "$& $1 $' <!--fill:site-key-->" })).toBe(
    "<p>$& $1 $' <!--fill:site-key--></p>",
  )
})

test('a place may be filled with nothing', () => {
  expect(fillPage('<p><!--fill:site-key--></p>', { 'site-key': '' })).toBe('<p></p>')
})

test('a page with a place that nobody fills does not go out', () => {
  expect(() => fillPage('<!--fill:site-phone-->', { 'site-name': 'Ede' })).toThrow('site-phone')
})
