/** Lines end as Windows' own editor wants them too. */
export const textFile = (text: string): string => `${text.replace(/\r?\n/g, '\r\n')}\r\n`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** One file that opens anywhere, and asks nothing of any server. @param body markup, whose texts are `escaped`. */
export const htmlFile = (title: string, body: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif }
h1 { font-size: 1.5rem }
h2 { margin: 1.5rem 0 0; font-size: 1rem }
p, dd { margin: 0 0 .5rem; white-space: pre-line; overflow-wrap: anywhere }
p + p { margin-top: 1rem }
dt { font-weight: bold }
</style>
</head>
<body>
${body}
</body>
</html>
`
