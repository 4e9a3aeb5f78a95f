import { headers } from "next/headers";

export default async function Page() {
  return <main>Hello to {(await headers()).get("host")}</main>;
}
