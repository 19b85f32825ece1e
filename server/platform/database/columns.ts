/** How sensitive a column is. `special` is data that reveals political opinion or origin (GDPR, article 9). */
export type DataClass = 'technical' | 'public' | 'content' | 'personal' | 'special' | 'secret';

/** Why a column exists and how long its values stay. */
export interface ColumnTag {
  readonly class: DataClass;
  readonly purpose: string;
  readonly retention: string;
}

const tags = new Map<string, Map<string, ColumnTag>>();

/** The data map in code: every column says what it is for and how long it is kept; a test refuses untagged ones. */
export function Kept(dataClass: DataClass, purpose: string, retention: string): PropertyDecorator {
  return (target, property) => {
    const entity = target.constructor.name;
    const columns = tags.get(entity) ?? new Map<string, ColumnTag>();
    columns.set(String(property), { class: dataClass, purpose, retention });
    tags.set(entity, columns);
  };
}

/** The tag of one property of an entity class, if it has one. */
export const tagOf = (entity: string, property: string): ColumnTag | undefined => tags.get(entity)?.get(property);
