using System.Globalization;
using System.Security.Cryptography;
using Hss.Bench.Results;
using Hss.Tests.Shared.Postgres;
using Npgsql;

namespace Hss.Bench.Servers;

/// <summary>What every workload runs on: the two programs, one PostgreSQL, one signing key, and how long a round is.</summary>
internal sealed class Bench(string product, string baseline, bool quick) : IAsyncDisposable
{
    private readonly Lazy<PostgresServer> _postgres = new(static () =>
    {
        var server = PostgresServer.Start();
        // Also when the bench is ended before its time.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private readonly Dictionary<string, string> _recorded = [];

    /// <summary>The connections that the usual form of the baseline has.</summary>
    public const int UsualPool = 32;

    /// <summary>The key that signs the access tokens of product and baseline.</summary>
    public string Key { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>How often each side is measured.</summary>
    public int Rounds { get; } = quick ? 1 : 3;

    /// <summary>How long one measurement is.</summary>
    public TimeSpan Length { get; } = TimeSpan.FromSeconds(quick ? 3 : 5);

    /// <summary>How long each fresh process, ours or another, is under the measured load before it is measured: until its compiler has seen what is hot.</summary>
    public TimeSpan WarmUp { get; } = TimeSpan.FromSeconds(quick ? 3 : 20);

    /// <summary>Whether this is only a try.</summary>
    public bool Quick { get; } = quick;

    /// <summary>The PostgreSQL of this run; started at first use, with its own settings of durability.</summary>
    public PostgresServer Postgres => _postgres.Value;

    /// <summary>Starts the product on a database of the PostgreSQL, or on SQLite without one.</summary>
    public Task<Product> StartProduct(string? database, params (string Name, string Value)[] settings) => Product.Start(product, Key, database, settings);

    /// <summary>Starts the product on an empty database, has something done with it, and removes both: its background work burdens nobody afterwards.</summary>
    public async Task<T> WithProduct<T>(string kind, Func<Product, Task<T>> work)
    {
        var database = kind == Databases.Postgres ? Postgres.CreateDatabase() : null;
        T result;
        await using (var started = await StartProduct(database))
            result = await work(started);
        if (database is not null)
            await Drop(database);
        return result;
    }

    /// <summary>The same with a form of the baseline, and the connection string of its database.</summary>
    public async Task<T> WithBaseline<T>(Side form, int pool, Func<BenchServer, string, Task<T>> work)
    {
        var database = Postgres.CreateDatabase();
        T result;
        await using (var started = await StartBaseline(database, form, pool))
            result = await work(started, database);
        await Drop(database);
        return result;
    }

    /// <summary>A setting of the PostgreSQL, as it says itself.</summary>
    public async Task<string> Setting(string name)
    {
        if (_recorded.TryGetValue(name, out var known))
            return known;
        await using var source = NpgsqlDataSource.Create(Postgres.ConnectionString("postgres"));
        await using var command = source.CreateCommand($"SHOW {name}");
        return _recorded[name] = (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Removes a database whose servers have ended, so that its background work burdens nobody.</summary>
    public async Task Drop(string database)
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(Postgres.ConnectionString("postgres"));
        await using var command = source.CreateCommand($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(database).Database}\" WITH (FORCE)");
        command.CommandTimeout = 60;
        await command.ExecuteNonQueryAsync();
        await using var checkpoint = source.CreateCommand("CHECKPOINT");
        checkpoint.CommandTimeout = 120;
        await checkpoint.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_postgres.IsValueCreated)
            Postgres.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<BenchServer> StartBaseline(string database, Side form, int pool) => BenchServer.Start(baseline, new Dictionary<string, string>
    {
        ["BASELINE_DB"] = database,
        ["BASELINE_KEY"] = Key,
        ["BASELINE_FORM"] = form == Side.Tuned ? "tuned" : "usual",
        ["BASELINE_POOL"] = pool.ToString(CultureInfo.InvariantCulture),
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
    });
}
