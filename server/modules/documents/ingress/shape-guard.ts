import * as Y from 'yjs';
import { deepestNesting, type DocumentShape } from '../../../../shared/documents/document-shape.js';
import { safeLink } from '../../../../shared/language/safe-link.js';

/** What is wrong with a change, for the log; nothing when it is as the shape has it. */
type Fault = string | undefined;

/** Types that every type of Yjs is: their names differ in its declarations. */
type SharedType = Y.AbstractType<unknown>;

const longestAttribute = 200;

/**
 * Looks at what one transaction changed, and at nothing else: whether it happened inside the texts that people write in,
 * and made only what the shape names. Costs as much as the change is large, not as the document is.
 */
export class ShapeGuard {
  constructor(private readonly shape: DocumentShape) {}

  faultOf(transaction: Y.Transaction): Fault {
    for (const type of transaction.changed.keys()) {
      const fault = this.placeFault(type as SharedType) ?? this.wholeFault(type);
      if (fault) return fault;
    }
    for (const item of newItems(transaction)) {
      const fault = this.itemFault(item) ?? neighbourFault(item, transaction.doc.store);
      if (fault) return fault;
    }
    return undefined;
  }

  /** A changed type lies in a text of an entry, and not too deep in it. */
  private placeFault(type: SharedType): Fault {
    let depth = 0;
    for (let at: SharedType | null = type; at !== null; depth += 1) {
      if (depth > deepestNesting) return 'it is nested too deeply';
      const item: Y.Item | null = at._item;
      if (item === null) return 'it changes the structure';
      const parent = item.parent as SharedType;
      if (this.isText(item, parent)) return undefined;
      at = parent;
    }
    return 'it lies nowhere';
  }

  /** Whether an item is one of the texts: `clauses` → an entry → `a` or `b`. */
  private isText(item: Y.Item, parent: SharedType): boolean {
    if (item.parentSub === null || !this.shape.texts.includes(item.parentSub)) return false;
    const grandparent = parent._item?.parent;
    if (!(parent instanceof Y.Map) || !(grandparent instanceof Y.Map) || grandparent._item !== null) return false;
    return Y.findRootTypeKey(grandparent) === this.shape.structure;
  }

  private itemFault({ content, parent, parentSub }: Y.Item): Fault {
    if (content instanceof Y.ContentDeleted) return undefined;
    if (content instanceof Y.ContentString)
      return parent instanceof Y.XmlText ? undefined : 'words stand outside a text';
    if (content instanceof Y.ContentFormat)
      return parent instanceof Y.XmlText ? this.markFault(content) : 'a mark stands outside a text';
    if (content instanceof Y.ContentType) return this.typeFault(content.type, parent, parentSub);
    if (content instanceof Y.ContentAny) return this.attributeFault(parent, parentSub, content.arr);
    return 'it holds what no editor makes';
  }

  private typeFault(type: unknown, parent: Y.Item['parent'], parentSub: string | null): Fault {
    if (parentSub !== null) return 'an attribute is an element';
    if (parent instanceof Y.XmlText) return 'an element stands among words';
    if (parent instanceof Y.XmlElement && this.shape.signs.includes(parent.nodeName))
      return 'something stands in a sign';
    const isKnown =
      type instanceof Y.XmlText || (type instanceof Y.XmlElement && Object.hasOwn(this.shape.elements, type.nodeName));
    return isKnown ? (this.wholeFault(type) ?? this.placeFault(type as SharedType)) : 'an element is unknown';
  }

  /** Asked when all of a transaction has come in: an element and its attributes come together. */
  private wholeFault(type: unknown): Fault {
    if (!(type instanceof Y.XmlElement) || !Object.hasOwn(this.shape.whole, type.nodeName)) return undefined;
    if (type._item?.deleted) return undefined;
    return this.shape.whole[type.nodeName]?.(type.getAttributes()) ? undefined : 'the attributes do not fit together';
  }

  private attributeFault(parent: Y.Item['parent'], name: string | null, values: readonly unknown[]): Fault {
    if (!(parent instanceof Y.XmlElement) || name === null) return 'a value stands outside an element';
    if (!this.shape.elements[parent.nodeName]?.includes(name)) return 'an attribute is unknown';
    return values.every(isAttributeValue) ? undefined : 'the value of an attribute is not one';
  }

  /** A mark begins with its attributes and ends with null. */
  private markFault({ key, value }: Y.ContentFormat): Fault {
    const name = key.replace(/--[\w+/=-]{8,24}$/, '');
    const allowed = Object.hasOwn(this.shape.marks, name) ? this.shape.marks[name] : undefined;
    if (!allowed) return 'a mark is unknown';
    const given: unknown = value;
    if (given === null) return undefined;
    if (typeof given !== 'object' || Array.isArray(given)) return 'a mark is not one';
    const attributes = Object.entries(given);
    const fine = attributes.every(
      ([attribute, to]) => allowed.includes(attribute) && isAttributeValue(to) && (attribute !== 'href' || isLink(to)),
    );
    return fine ? undefined : 'the attribute of a mark is not allowed';
  }
}

/**
 * What an item says it stands between has to stand where the item does. Yjs takes the place of one of them without asking
 * the other, and not the same one everywhere: documents would differ from then on.
 */
function neighbourFault({ origin, rightOrigin, parent, parentSub }: Y.Item, store: Y.Doc['store']): Fault {
  for (const id of [origin, rightOrigin]) {
    if (id === null) continue;
    const neighbour = Y.getItem(store, id) as Y.Item | Y.GC;
    if (neighbour instanceof Y.Item && (neighbour.parent !== parent || neighbour.parentSub !== parentSub))
      return 'it stands in two places';
  }
  return undefined;
}

const isAttributeValue = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isSafeInteger(value)) ||
  (typeof value === 'string' && value.length <= longestAttribute);

const isLink = (value: unknown): boolean => typeof value === 'string' && safeLink(value) !== undefined;

/** What a transaction added, newest clients last. */
function* newItems({ afterState, beforeState, doc }: Y.Transaction): Generator<Y.Item> {
  for (const [client, after] of afterState) {
    const before = beforeState.get(client) ?? 0;
    if (after === before) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at += 1) {
      const struct = structs[at];
      if (struct instanceof Y.Item) yield struct;
    }
  }
}
