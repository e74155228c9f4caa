import type * as v from 'valibot';

type Within<One, Other> = [One] extends [Other] ? true : false;

/** True when the types are assignable both ways and have the same fields, optional ones included. */
type IsSame<One, Other> = [
	Within<One, Other>,
	Within<Other, One>,
	Within<keyof One, keyof Other>,
	Within<keyof Other, keyof One>
] extends [true, true, true, true]
	? true
	: false;

/** Accepts only a schema whose output is exactly the SDK's type; anything else is a type error. */
export function exactly<Shape>() {
	return function acceptSchema<const Schema extends v.GenericSchema<unknown, Shape>>(
		schema: IsSame<v.InferOutput<Schema>, Shape> extends true ? Schema : never
	): Schema {
		return schema;
	};
}
