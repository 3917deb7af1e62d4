// Draws several Allure pages from one folder of results, in one process.
//
// Usage: node draw.mjs ORDER. ORDER is a JSON file, written by reports/allure/drawing.py:
//   results       the folder of results
//   output        where pages go: <output>/<id>/index.html
//   categories    Allure's categories, in order
//   hideLabels    names of labels that no page shows
//   environments  [{id, name, label: {name, value}}]: a result is of the first whose label it has
//   pages         [{id, title, label, facts, options}]: it shows the results with that label (null: all), says
//                 facts (by name) in place of what environment.properties says, options are the awesome plugin's
//
// Allure's own command line would do this with a config file, but it loads every command first (half a
// second), puts every attachment of the run in every page, and shows an empty environment of its own.
// Both packages below are parts of allure, and pinned with it by the lock file.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { AllureReport } from "@allurereport/core";
import AwesomePlugin from "@allurereport/plugin-awesome";

const has = (wanted) => (result) => result.labels.some(({ name, value }) => name === wanted.name && value === wanted.value);

/** The store as one page may see it: the results that belong there, and what hangs on them. */
const narrowed = (store, belongs, facts) => {
  const own = {
    metadataByKey: async (key) => {
      const found = await store.metadataByKey(key);
      if (key !== "allure_environment") return found;
      return found?.map((item) => (item.name in facts ? { ...item, values: [facts[item.name]] } : item));
    },
    allTestResults: async (options = {}) => (await store.allTestResults(options)).filter(belongs),
    testResultsByEnvironmentId: async (id, options) =>
      (await store.testResultsByEnvironmentId(id, options)).filter(belongs),
    testsStatistic: async () => store.testsStatistic(belongs),
    allAttachments: async () => {
      const results = await own.allTestResults({ includeRetries: true });
      const links = (await Promise.all(results.map(({ id }) => store.attachmentsByTrId(id)))).flat();
      return links.filter(({ missed }) => !missed);
    },
    allTestEnvGroups: async () => {
      const cases = new Set((await own.allTestResults()).map(({ testCase }) => testCase?.id));
      return (await store.allTestEnvGroups()).filter(({ id }) => cases.has(id));
    },
    allEnvironmentIdentities: async () => {
      const seen = new Set((await own.allTestResults()).map(({ environment }) => environment));
      return (await store.allEnvironmentIdentities()).filter(({ name }) => seen.has(name));
    },
  };
  return new Proxy(store, {
    get: (target, name) => {
      const value = own[name] ?? target[name];
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
};

const page = ({ id, title, label, facts, options }) => {
  const awesome = new AwesomePlugin(options);
  const belongs = label ? has(label) : () => true;
  const plugin = {
    start: (context) => awesome.start(context),
    done: (context, store) => awesome.done({ ...context, reportName: title }, narrowed(store, belongs, facts)),
  };
  return { id, enabled: true, options, plugin };
};

const order = JSON.parse(await readFile(process.argv[2], "utf8"));
const report = new AllureReport({
  name: order.pages[0].title,
  // Nothing is laid here: Allure moves a page that is alone in its folder, and we want each in its own.
  output: join(order.output, "-"),
  reportFiles: {
    addFile: async (name, data) => {
      const path = join(order.output, name);
      await mkdir(join(path, ".."), { recursive: true });
      await writeFile(path, data);
      return path;
    },
  },
  categories: order.categories,
  hideLabels: order.hideLabels,
  environments: Object.fromEntries(
    order.environments.map(({ id, name, label }) => [id, { name, matcher: has(label) }]),
  ),
  plugins: order.pages.map(page),
});
await report.start();
await report.readDirectory(order.results);
await report.done();
