import type { XmlElement } from './readXml.ts';

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

export const elementsOf = ({ children }: XmlElement): XmlElement[] => children.filter(isElement);

/** The elements at the end of a path of names, in their order. */
export const findAll = (element: XmlElement | null, ...path: string[]): XmlElement[] => {
  let found = element === null ? [] : [element];
  for (const name of path)
    found = found.flatMap((one) => elementsOf(one).filter((child) => child.name === name));
  return found;
};

export const find = (element: XmlElement | null, ...path: string[]): XmlElement | null =>
  findAll(element, ...path)[0] ?? null;

/** All text in an element, but for what stands in elements that are left out. */
export const textOf = (element: XmlElement | null, leftOut: readonly string[] = []): string => {
  if (element === null) return '';
  return element.children
    .map((child) =>
      typeof child === 'string'
        ? child
        : leftOut.includes(child.name)
          ? ''
          : textOf(child, leftOut),
    )
    .join('');
};

/** The text at the end of a path; null where there is none. */
export const textAt = (element: XmlElement | null, ...path: string[]): string | null => {
  const text = textOf(find(element, ...path)).trim();
  return text === '' ? null : text;
};
