// An HTML page that needs no other file.

const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escape = (text) => text.replace(/[&<>"]/g, (mark) => marks[mark]);

const base = `:root { color-scheme: light dark; } body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; }
h1, h2, h3 { font-weight: 500; line-height: 1.25; }`;

/** @param {{ title: string, style?: string, body: string }} parts `body` is HTML */
export const page = ({ title, style = '', body }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${base}
${style}</style>
</head>
<body>
<h1>${escape(title)}</h1>
${body}
</body>
</html>
`;
