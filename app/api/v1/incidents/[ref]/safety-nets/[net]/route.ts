import { resourceAt, route } from "@/lib/http/route";
import { answerNet } from "@/lib/nets/mutations";
import { netFacts } from "@/lib/nets/queries";
import { AnswerNet, SafetyNet } from "@/lib/nets/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/safety-nets/{net}",
  {
    PUT: route({
      summary: 'Answer for a net; If-Match "0" for one that nobody has answered',
      verb: "net.write",
      body: AnswerNet,
      answer: SafetyNet,
      run: ({ ctx, params, body, ifMatch }) => answerNet(ctx, params.ref!, params.net!, body, ifMatch),
    }),
  },
  { locate: netFacts },
);
