import { expect, test } from "vitest";
import { routable, UNDECODABLE } from "./request-url";

test.each([
  ["/api/v1/incidents/%", UNDECODABLE],
  ["/api/v1/incidents/%zz?x=1", UNDECODABLE],
  ["/api/v1/incidents/%C0%80", UNDECODABLE],
  ["/api/v1/%00", UNDECODABLE],
  ["/api/v1/a%5C..%5Cb", UNDECODABLE],
  ["http://host/api/v1/%ff", UNDECODABLE],
  ["//api/v1/%ff", UNDECODABLE],
  ["/api/v1/incidents?q=%ff", "/api/v1/incidents?q=%ff"],
  ["/api/v1/incidents/INC-1", "/api/v1/incidents/INC-1"],
  ["/api/v1/services/caf%C3%A9", "/api/v1/services/caf%C3%A9"],
  ["/incidents/%ff", "/incidents/%ff"],
])("%s is routed as %s", (target, routed) => {
  expect(routable(target)).toBe(routed);
});
