# Builds the server and the page, then keeps only what runs them.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node server/launch/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
# Machine translation between the languages of the demonstration; without it people translate.
RUN apt-get update -qq \
  && apt-get install -y -qq --no-install-recommends apertium apertium-apy apertium-mkd-bul apertium-urd-hin \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/locales locales
COPY --from=build /app/server/demo/content server/demo/content
COPY --from=build /app/package.json /app/nest-cli.json ./
# The one folder that the server writes to.
RUN mkdir .data && chown node:node .data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
