# What was tried of it stands in docs/deployment.md. Please report what does not work.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NUXT_TELEMETRY_DISABLED=1
COPY . .
RUN npm ci --no-fund --no-audit --loglevel=error && npm run build && cp -R "$(readlink -f .output)" /built

FROM node:24-bookworm-slim
WORKDIR /app
# .output runs on its own; backup and restore are run from source with the packages inside it.
COPY --from=build /built .output
COPY --from=build /app/package.json package.json
COPY --from=build /app/scripts/backup.ts /app/scripts/restore.ts scripts/
COPY --from=build /app/scripts/setup/agreed.ts /app/scripts/setup/arguments.mjs /app/scripts/setup/commands.mjs scripts/setup/
COPY --from=build /app/server server
COPY --from=build /app/shared shared
RUN ln -s .output/server/node_modules node_modules && install -d -o node -g node -m 700 /data
USER node
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://localhost:${process.env.PORT}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", ".output/server/index.mjs"]
