// Saved views: one's own, and those shared with one's unit.
const views = new Map();
const seen = (user) => ({ login, unit, ...view }) => ({ ...view, unit, mine: login === user.login, owner: login });

export default {
  'GET /api/views': ({ user, query }) => ({
    views: [...views.values()].filter((one) => one.company === user.company && one.page === query.page && (one.login === user.login || (one.unit && one.unit === user.unit))).map(({ company: _, ...one }) => seen(user)(one)),
  }),
  'PUT /api/views/{id}': ({ user, id, body }) => {
    views.set(id, { id, ...body, login: user.login, company: user.company });
    const { company: _, ...one } = views.get(id);
    return { status: 200, body: seen(user)(one) };
  },
  'DELETE /api/views/{id}': ({ id }) => {
    views.delete(id);
    return { status: 204 };
  },
};
