import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

/**
 * A zod resolver that is fetched when the form is first touched, and waited for when it is sent. Where it cannot be fetched
 * (no network), the values go to the server unchecked: it checks them anyway.
 */
export function lazyResolver<Values extends FieldValues>(schema: () => Promise<z.ZodType>) {
  let loading: Promise<Resolver<Values> | null> | null = null;
  const load = () => {
    loading ??= Promise.all([schema(), import("@hookform/resolvers/zod")]).then(
      ([found, { zodResolver }]) => zodResolver(found as never) as unknown as Resolver<Values>,
      () => {
        loading = null;
        return null;
      },
    );
    return loading;
  };
  const resolve: Resolver<Values> = async (values, context, options) => {
    const resolver = await load();
    if (!resolver) return { values, errors: {} };
    const { errors } = await resolver(values, context, options);
    // The schema's output holds dates where the API takes text: what is sent is what was typed.
    return Object.keys(errors).length ? { values: {}, errors } : { values, errors: {} };
  };
  return { load: () => void load(), resolve };
}
