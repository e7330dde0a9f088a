using System.Collections.Immutable;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal;
using Hss.Silo.Journal.Postgres;
using Hss.Silo.Journal.Sqlite;

namespace Hss.Silo.Hosting;

/// <summary>An open journal: its lease is taken, its schema is of this program, and its keys are known.</summary>
/// <param name="Keys">The ring for personal data, with the look-up key that the database was begun with.</param>
public sealed record OpenedJournal(IJournal Journal, JournalAdministration Administration, DataKeyRing Keys) : IAsyncDisposable
{
    /// <summary>Calls back once when another process has taken the lease: this one must end.</summary>
    public void OnLeaseLost(Action<LeaseHeldException> end)
    {
        if (Journal is PostgresJournal postgres)
            postgres.LeaseLost += end;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Journal.DisposeAsync();
}

/// <summary>Opens the journal that the settings name.</summary>
public static class JournalOpener
{
    /// <summary>The database of the embedded default, in the data folder.</summary>
    public const string SqliteFile = "hss.db";

    private const string LookupKey = "lookup_key_id";
    private const string DataKeys = "data_key_ids";

    /// <summary>Opens it.</summary>
    /// <param name="shared">Whether other silos may write, too; else this process must be the only one (embedded host, maintenance).</param>
    /// <exception cref="SettingsException">Data was written under a key that is not in the ring.</exception>
    /// <exception cref="LeaseHeldException">Another process has the database.</exception>
    public static async Task<OpenedJournal> Open(HssSettings settings, TimeProvider time, bool shared = false, CancellationToken cancellation = default)
    {
        var (journal, administration) = await Connect(settings, time, shared, cancellation).ConfigureAwait(false);
        try
        {
            await administration.SyncIndexes([.. EntityKinds.OfProgram.All.SelectMany(k => k.Facets)], cancellation).ConfigureAwait(false);
            if (settings.Fault is { } point)
                journal = new FaultyJournal(journal, point);
            return new(journal, administration, await CheckKeys(administration, settings.Keys.Data).ConfigureAwait(false));
        }
        catch
        {
            await journal.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<(IJournal Journal, JournalAdministration Administration)> Connect(
        HssSettings settings, TimeProvider time, bool shared, CancellationToken cancellation)
    {
        Directory.CreateDirectory(settings.DataFolder);
        if (settings.Database.Engine == DatabaseEngine.Sqlite)
        {
            var file = await SqliteJournal.Open(Path.Combine(settings.DataFolder, SqliteFile), time, cancellation: cancellation).ConfigureAwait(false);
            return (file, file.Administration);
        }

        var options = new PostgresJournalOptions { ConnectionString = settings.Database.ConnectionString!, Shared = shared };
        var server = await PostgresJournal.Open(options, time, cancellation).ConfigureAwait(false);
        return (server, server.Administration);
    }

    // Before anything is written under the newest key, its id is noted: a later start without that key is refused instead of failing row by row.
    private static async Task<DataKeyRing> CheckKeys(JournalAdministration administration, ImmutableArray<DataKey> keys)
    {
        var used = (await administration.Meta(DataKeys).ConfigureAwait(false))?.Split(',').ToImmutableArray() ?? [];
        ImmutableArray<string> unknown = [.. used.Where(id => keys.All(k => k.Id != id))];
        if (!unknown.IsEmpty)
            throw new SettingsException([.. unknown.Select(id => $"HSS_DATA_KEYS: the database holds data under the key '{id}', which is not in the ring")]);
        var lookup = await administration.Meta(LookupKey).ConfigureAwait(false);
        var ring = new DataKeyRing(keys, lookup);
        if (lookup is null)
            await administration.SetMeta(LookupKey, ring.LookupKeyId).ConfigureAwait(false);
        if (!used.Contains(ring.NewestId))
            await administration.SetMeta(DataKeys, string.Join(',', used.Add(ring.NewestId).Add(ring.LookupKeyId).Distinct())).ConfigureAwait(false);
        return ring;
    }
}
