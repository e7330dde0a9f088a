using Npgsql;

namespace Hss.Silo.Journal.Postgres;

/// <summary>The connections for reading: one pool for pages whose order an index has, one for everything else.</summary>
internal sealed class ReaderPools(PostgresJournalOptions options) : IAsyncDisposable
{
    /// <summary>
    /// What sessions of <see cref="Pages"/> are told. Their plans are made once and kept. Before anything is known of a table a sort of all that match seems as cheap as an
    /// index that has the order; a plan of that moment stays when <c>ANALYZE</c> ends, and then sorts all of a status for each page.
    /// </summary>
    internal const string NoSort = "-c enable_sort=off";

    /// <summary>Loads, claims, and lists that are planned each time.</summary>
    public NpgsqlDataSource Reads { get; } = Pool(options, "hss-reader", options.MaxReaders);

    /// <summary>First pages in the order of an index (<see cref="PostgresQueries.IsPlannedOnce"/>), which so never take the connections of loads.</summary>
    public NpgsqlDataSource Pages { get; } = Pool(options, "hss-pages", options.MaxPageReaders, NoSort);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Pages.DisposeAsync().ConfigureAwait(false);
        await Reads.DisposeAsync().ConfigureAwait(false);
    }

    private static NpgsqlDataSource Pool(PostgresJournalOptions options, string name, int connections, string session = "")
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = name,
            MaxPoolSize = connections,
            Timeout = 3,
            CommandTimeout = (int)Math.Ceiling(options.CommandTimeout.TotalSeconds),
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 3,
            // Nothing sets anything on these sessions, so nothing has to be reset after each use, which costs more than most reads. Between silos a notice does.
            NoResetOnClose = !options.Shared,
        };
        if (session.Length > 0)
            settings.Options = $"{settings.Options} {session}".Trim();
        return NpgsqlDataSource.Create(settings);
    }
}
