import type * as v from 'valibot';

type Within<One, Other> = [One] extends [Other] ? true : false;

/** Both ways assignable and with the same fields: an optional field too many or too few differs. */
type IsSame<One, Other> = [
	Within<One, Other>,
	Within<Other, One>,
	Within<keyof One, keyof Other>,
	Within<keyof Other, keyof One>
] extends [true, true, true, true]
	? true
	: false;

/** A schema that the compiler takes only if what it gives is the SDK's type, no less and no more. */
export function exactly<Shape>() {
	return function schemaOf<const Schema extends v.GenericSchema<unknown, Shape>>(
		schema: IsSame<v.InferOutput<Schema>, Shape> extends true ? Schema : never
	): Schema {
		return schema;
	};
}
