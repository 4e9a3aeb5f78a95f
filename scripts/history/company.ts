import { Chance } from "./random";

/** A made-up company large enough for a long history: what it is made of is the same whatever the number of incidents. */
export interface Company {
  people: { id: string; name: string; email: string; role: "admin" | "member" | "viewer" }[];
  teams: { id: string; name: string; memberAt: number[] }[];
  services: { id: string; name: string; team: number; tier: number }[];
}

const FIRST =
  "Ada Amina Anneke Ben Bronagh Chidi Clara Dana Elif Emeka Farid Freya Goran Hana Hiroshi Imani Ines Jonas Jun Kaia Keala Lena Lucía Mateo Meera Mila Nadia Ngozi Nils Oskar Pita Priya Rahel Rafael Saoirse Sven Tariq Tomasz Uma Wei Yara Yusuf Zoë".split(
    " ",
  );
const LAST =
  "Abara Almeida Berg Castro Demir Diallo Eze Ferrer Fischer Haddad Hughes Ito Jensen Keane Kowalski Lindqvist Mbeki Moreau Nakoa Novak Okafor Petrov Quist Raghunathan Rossi Sato Silva Tanabe Tesfaye Usman Varga Wierzba Yilmaz Zhou".split(
    " ",
  );
const AREAS =
  "checkout payments orders catalogue search pricing identity sessions gateway edge routing delivery depots stock picking labels notifications messaging billing invoices reporting analytics warehouse storage".split(
    " ",
  );
const PARTS = ["api", "worker", "store", "web"];

export const BEGAN = Date.UTC(2015, 0, 1);

export function company(): Company {
  const chance = new Chance(11);
  const people = Array.from({ length: 420 }, (_, at) => {
    const name = `${chance.pick(FIRST)} ${chance.pick(LAST)}`;
    const role = at < 6 ? ("admin" as const) : at % 14 === 0 ? ("viewer" as const) : ("member" as const);
    return { id: chance.id(BEGAN), name, email: `person-${at + 1}@history.example`, role };
  });
  const teams = AREAS.map((area, at) => ({
    id: chance.id(BEGAN),
    name: `${area[0]!.toUpperCase()}${area.slice(1)}`,
    memberAt: Array.from({ length: 14 }, (_, i) => (at * 17 + i * 3) % people.length),
  }));
  const services = AREAS.flatMap((area, team) => PARTS.map((part) => ({ id: chance.id(BEGAN), name: `${area}-${part}`, team, tier: chance.whole(1, 4) })));
  return { people, teams, services };
}
