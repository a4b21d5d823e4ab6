import type { Format } from './format.ts';
import { bibtex } from './formats/bibtex.ts';
import { jats } from './formats/jats.ts';
import { jsonLines, jsonList } from './formats/jsonRecords.ts';
import { nbib } from './formats/nbib.ts';
import { pubmedXml } from './formats/pubmedXml.ts';
import { ris } from './formats/ris.ts';

export type Detected = { format: Format } | { reason: string };

/** What can be imported, in words. */
export const FORMATS_WORDS =
  'PubMed XML, MEDLINE (.nbib), RIS, BibTeX, PMC article XML (JATS), Europe PMC JSON, CSL-JSON, or JSON Lines';

const no = (what: string): Detected => ({ reason: `${what} What is read: ${FORMATS_WORDS}.` });

const detectXml = (head: string): Detected => {
  if (/<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle)[\s>]/.test(head))
    return { format: pubmedXml };
  // Pages have elements named article, too.
  if (/<(?:!doctype\s+)?html[\s>]/i.test(head)) return no('It is a web page.');
  if (/<(?:[\w-]+:)?(?:article|pmc-articleset)[\s>]/.test(head)) return { format: jats };
  if (/<responseWrapper[\s>]/.test(head))
    return no('It is XML of Europe PMC, which is read as JSON: ask for format=json.');
  return no('It is XML of another kind.');
};

const detectJson = (head: string): Detected => {
  if (head.startsWith('[') || head.includes('"resultList"')) return { format: jsonList };
  const [line = ''] = head.split('\n');
  // A line that goes on beyond the head is one of JSON Lines, if a very long one.
  if (line.length === head.length) return { format: jsonLines };
  try {
    JSON.parse(line);
    return { format: jsonLines };
  } catch {
    const others = head.split('\n').slice(1, 20);
    // The first line may be broken, and the others right.
    const isLines = /^\{.*\}\s*$/.test(line) || others.some((other) => /^\{"/.test(other));
    return { format: isLines ? jsonLines : jsonList };
  }
};

/** What a file is, by what stands at its beginning; its name is not asked. */
export const detectFormat = (text: string): Detected => {
  const head = text.trimStart();
  if (head === '') return no('It is empty.');
  if (head.startsWith('PK\u0003\u0004'))
    return no('It is a zip archive: unpack it and import what is in it.');
  if (head.startsWith('%PDF')) return no('It is a PDF, in which no references are read.');
  if (head.includes('\0')) return no('It is no text.');
  if (head.startsWith('<')) return detectXml(head);
  if (head.startsWith('{') || head.startsWith('[')) return detectJson(head);
  if (/^PMID *- \d/m.test(head)) return { format: nbib };
  if (/^TY {1,3}- ?[A-Z]/m.test(head)) return { format: ris };
  if (/^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/im.test(head)) return { format: bibtex };
  return no('It is of no format that is known here.');
};
