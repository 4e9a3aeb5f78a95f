import fc from "fast-check";
import { expect, test } from "vitest";
import { EXAMPLES } from "./examples/all";
import { languageOf } from "./language";

test.each([
  ["German", "Der Dienst war nicht erreichbar, weil die Verbindung zur Datenbank durch einen Neustart verloren ging."],
  ["German without umlauts", "Wir haben das Zertifikat nicht rechtzeitig erneuert, und der Dienst war eine Stunde weg."],
  ["Japanese", "データベースへの接続が失われたため、サービスは一時間利用できませんでした。"],
  ["Chinese", "由于数据库连接丢失，服务中断了一个小时。"],
  ["Korean", "데이터베이스 연결이 끊어져 한 시간 동안 서비스를 사용할 수 없었습니다."],
  ["French", "Le service était indisponible parce que la connexion avec la base de données n’a pas été rétablie."],
  ["Spanish", "El servicio no estaba disponible porque la conexión con la base de datos se perdió en el despliegue."],
  ["Portuguese", "O serviço não estava disponível porque a conexão com o banco de dados foi perdida."],
  ["Italian", "Il servizio non era disponibile perché la connessione con il database è stata persa nella notte."],
  ["Dutch", "De dienst was niet bereikbaar omdat het certificaat door een fout van de leverancier niet werd vernieuwd."],
  ["Swedish", "Tjänsten var inte tillgänglig för att certifikatet inte förnyades och vi fick inget larm på natten."],
  ["Polish", "Usługa nie była dostępna, ponieważ połączenie z bazą danych zostało utracone i nie wróciło przez godzinę w nocy."],
  ["Russian", "Сервис был недоступен в течение часа из-за потери соединения с базой данных."],
  ["Arabic", "لم تكن الخدمة متاحة لمدة ساعة بسبب فقدان الاتصال بقاعدة البيانات."],
  ["German with English names", "Der Load Balancer hat den Health Check nicht gesehen, und das Deployment wurde auf allen Nodes ausgerollt."],
])("%s is not read", (_name, text) => {
  expect(languageOf(text)).toBe("other");
});

test.each([
  "",
  "OK",
  "Kubernetes 502 eu-west-1",
  "Über-provisioned pool in São Paulo",
  "Die Ursache",
  "日本",
  "We served the café page to naïve clients in Zürich for an hour.",
  "de-1 la-2 el-3 il-4 un-5 le-6 was the list of hosts that we had to drain",
])("%s counts as English", (text) => {
  expect(languageOf(text)).toBe("en");
});

test("every example is English, alone and together", () => {
  const all = Object.values(EXAMPLES).flatMap(({ fires, not }) => [...fires, ...not]);
  expect(all.filter((sentence) => languageOf(sentence) !== "en")).toEqual([]);
  expect(languageOf(all.join("\n"))).toBe("en");
});

test("anything has an answer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
      expect(["en", "other"]).toContain(languageOf(text));
    }),
  );
});
