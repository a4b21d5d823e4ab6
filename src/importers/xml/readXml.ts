import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RecordError } from '../recordError.ts';

/** An element of XML: names as they stand there, without their prefix. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
};

/** Records of papers are some ten levels deep. */
const MOST_LEVELS = 200;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * The tree of one record. Nothing but the text itself is read: no DTD, no file, no address; an
 * entity that XML does not have by itself is a fault.
 * @param skipped names of elements that are left out with all they hold
 * @throws RecordError in plain words.
 */
export const readXml = (text: string, skipped: ReadonlySet<string>): XmlElement => {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const path: XmlElement[] = [root];
  let skippedLevels = 0;
  const parser = new SaxesParser();
  const fail = (message: string): never => {
    throw new RecordError(message);
  };
  const addText = (part: string): void => {
    if (skippedLevels === 0) (path.at(-1) as XmlElement).children.push(part);
  };
  parser.on('error', ({ message }) =>
    fail(`It is not valid XML: ${message.replace(/^[\d:\s]+|\.$/g, '')}.`),
  );
  parser.on('doctype', () => fail('It declares a document type of its own, which is not read.'));
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const local = localName(name);
    if (skippedLevels > 0 || skipped.has(local)) {
      skippedLevels += 1;
      return;
    }
    if (path.length > MOST_LEVELS) fail(`Its elements stand more than ${MOST_LEVELS} deep.`);
    const element: XmlElement = { name: local, attributes, children: [] };
    (path.at(-1) as XmlElement).children.push(element);
    path.push(element);
  });
  parser.on('closetag', () => {
    if (skippedLevels > 0) skippedLevels -= 1;
    else path.pop();
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [element] = root.children;
  if (element === undefined || typeof element === 'string') return fail('It holds no element.');
  return element;
};
