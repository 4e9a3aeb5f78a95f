/** What could have caught it, from the developer's desk to production: seven kinds of test, then review, staging, flag, alert. */

export const NETS = ["lint", "unit", "integration", "functional", "regression", "performance", "usability", "review", "staging", "flag", "alert"] as const;
export type Net = (typeof NETS)[number];

export const CAUGHT = ["yes", "no", "unsure"] as const;
export type Caught = (typeof CAUGHT)[number];

export const NET_WORDS: Record<Net, string> = {
  lint: "Lint",
  unit: "Unit test",
  integration: "Integration test",
  functional: "Functional test",
  regression: "Regression test",
  performance: "Performance test",
  usability: "Usability test",
  review: "Review",
  staging: "Staging",
  flag: "Flag",
  alert: "Alert",
};

/** Where many stand beside each other. */
export const NET_SHORT: Record<Net, string> = {
  ...NET_WORDS,
  unit: "Unit",
  integration: "Integration",
  functional: "Functional",
  regression: "Regression",
  performance: "Performance",
  usability: "Usability",
};

export const NET_HINTS: Record<Net, string> = {
  lint: "A rule that reads the code",
  unit: "One piece, by itself",
  integration: "Pieces together",
  functional: "What a person does, end to end",
  regression: "What broke before stays mended",
  performance: "Under the load of a real day",
  usability: "A person before the screen",
  review: "A second pair of eyes",
  staging: "A rehearsal like production",
  flag: "On for a few first, off in seconds",
  alert: "Somebody is told in time",
};
