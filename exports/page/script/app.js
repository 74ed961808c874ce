// What changes while the page is open, in one object; what the page was made of, which does not; and its commands.

export const app = {
  state: null, // what is shown, see state.js
  past: [], // states with the places that nodes had, for undo
  future: [],
  keyTables: {}, // table -> {keys: of each row, rows: of each key}
  facets: null, // facet -> {of: statement -> [keys], name: key -> text}, made when first asked for
  facetWords: {}, // facet -> what is typed into the search box of its list
  unfolded: new Set(), // facets whose lists are shown whole
  scene: { failed: null, nodes: new Set(), edges: [], bundles: new Map(), statements: [], mattering: new Set(), spared: 0 },
  sceneVersion: 0,
  opening: new Set(), // the nodes that the page opens with
  places: [], // node -> {x, y}
  placesOutside: null, // where nodes stood before the focus
  network: null, // vis-network
  nodeSet: null,
  edgeSet: null,
  drawn: { nodes: new Map(), edges: new Map() }, // what vis-network has, as text, to send it only changes
  theme: null, // colours of the style sheet
  sceneBadges: new Map(),
  swelling: 1, // how much nodes and lines grow when seen from afar
  litCache: null,
  hovered: { node: null, edge: null },
  labelCache: { key: "" },
  widths: new Map(), // of texts, by font
  fitted: false, // until a person zooms or moves the view, it follows the size of the window
  names: null, // [{node, text, alias}], made at the first search
  matches: [],
  active: -1,
  pathFrom: null, // the node that a path is being picked from
  message: "",
  hushing: 0,
  panelShows: "", // the selection that the panel was drawn for
  articleShows: "", // the article and the statement that the article view was drawn for
  tableRows: 0, // rows shown before "more"
};

export const data = {}; // columns, see data.js
export const index = {}; // which rows belong to which, see data.js

// What a person can do, by name. main.js fills it in: so no view imports what it sets in motion.
export const act = {};
