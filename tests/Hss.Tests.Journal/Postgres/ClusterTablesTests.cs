using Hss.Silo.Hosting;
using Npgsql;

namespace Hss.Tests.Journal.Postgres;

/// <summary>The statements that the ADO.NET providers of Orleans read from the database and send with these parameters.</summary>
[Collection(PostgresCollection.Name)]
public sealed class ClusterTablesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Joining = 2;
    private const int Active = 3;
    private const int Dead = 6;

    private static readonly DateTime Now = new(2026, 11, 21, 8, 0, 0, DateTimeKind.Utc);

    private readonly string _database = postgres.Server.CreateDatabase();
    private NpgsqlDataSource _source = null!;

    public async Task InitializeAsync()
    {
        await new ClusterTables(_database).StartAsync(default);
        _source = NpgsqlDataSource.Create(_database);
    }

    public async Task DisposeAsync() => await _source.DisposeAsync();

    [Fact]
    public async Task SilosThatStartAtOnce_MakeTheTablesOnce()
    {
        var fresh = postgres.Server.CreateDatabase();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new ClusterTables(fresh).StartAsync(default)));
        await using var source = NpgsqlDataSource.Create(fresh);
        await using var command = source.CreateCommand("SELECT string_agg(querykey, ' ' ORDER BY querykey COLLATE \"C\") FROM orleansquery");
        Assert.Equal(
            "CleanupDefunctSiloEntriesKey ClearStorageKey DeleteMembershipTableEntriesKey DeleteStorageKey GatewaysQueryKey InsertMembershipKey " +
            "InsertMembershipVersionKey MembershipReadAllKey MembershipReadRowKey ReadFromStorageKey UpdateIAmAlivetimeKey UpdateMembershipKey WriteToStorageKey",
            await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task TheClustersVersion_IsMadeOnceAndReadWithoutSilos()
    {
        Assert.Equal(1, await Scalar("InsertMembershipVersionKey"));
        Assert.Equal(0, await Scalar("InsertMembershipVersionKey"));
        Assert.Equal([(null, 0)], await ReadAll());
    }

    [Fact]
    public async Task ASilo_JoinsFromTheNewestVersionOnlyAndOnce()
    {
        await Scalar("InsertMembershipVersionKey");
        Assert.Equal(0, await Insert(port: 1, version: 7));
        Assert.Equal(1, await Insert(port: 1, version: 0));
        Assert.Equal(0, await Insert(port: 2, version: 0));
        Assert.Equal(0, await Insert(port: 1, version: 1));
        Assert.Equal(1, await Insert(port: 2, version: 1));
        Assert.Equal([(1, 2), (2, 2)], await ReadAll());
    }

    [Fact]
    public async Task OfManyJoinsFromOneVersion_OneSucceeds()
    {
        await Scalar("InsertMembershipVersionKey");
        var joined = await Task.WhenAll(Enumerable.Range(1, 16).Select(port => Insert(port, version: 0)));
        Assert.Equal(1, joined.Sum());
        Assert.Equal(1, Assert.Single(await ReadAll()).Version);
    }

    [Fact]
    public async Task AChange_NeedsTheSiloAndTheNewestVersion()
    {
        await Scalar("InsertMembershipVersionKey");
        await Insert(port: 1, version: 0);
        Assert.Equal(0, await Update(port: 2, version: 1, Dead));
        Assert.Equal(0, await Update(port: 1, version: 0, Dead));
        Assert.Equal(1, await Update(port: 1, version: 1, Dead, "127.0.0.1:2@3,2026-11-21 08:00:00.000 GMT"));
        Assert.Equal([(1, 2)], await ReadAll());
        await using var row = await Reader("MembershipReadRowKey", ("Address", "127.0.0.1"), ("Port", 1), ("Generation", 9));
        Assert.True(await row.ReadAsync());
        Assert.Equal((Dead, "127.0.0.1:2@3,2026-11-21 08:00:00.000 GMT"), ((int)row["Status"], (string)row["SuspectTimes"]));
        Assert.Equal(("silo", "host", Now), ((string)row["SiloName"], (string)row["HostName"], (DateTime)row["StartTime"]));
    }

    [Fact]
    public async Task Gateways_AreActiveSilosThatHaveAPort()
    {
        await Scalar("InsertMembershipVersionKey");
        await Insert(port: 1, version: 0, proxy: 30001);
        await Insert(port: 2, version: 1, proxy: 0);
        await Insert(port: 3, version: 2, proxy: 30003);
        await Update(port: 1, version: 3, Active);
        await Update(port: 2, version: 4, Active);
        await using var rows = await Reader("GatewaysQueryKey", ("Status", Active));
        Assert.True(await rows.ReadAsync());
        Assert.Equal(30001, (int)rows["ProxyPort"]);
        Assert.False(await rows.ReadAsync());
    }

    [Fact]
    public async Task DefunctSilos_GoByTheirLastSignOfLifeUnlessTheyAreActive()
    {
        await Scalar("InsertMembershipVersionKey");
        await Insert(port: 1, version: 0);
        await Insert(port: 2, version: 1);
        await Insert(port: 3, version: 2);
        await Update(port: 2, version: 3, Active);
        await Scalar("UpdateIAmAlivetimeKey", ("Address", "127.0.0.1"), ("Port", 3), ("Generation", 9), ("IAmAliveTime", Now.AddHours(2)));
        await Scalar("CleanupDefunctSiloEntriesKey", ("IAmAliveTime", Now.AddHours(1)));
        Assert.Equal([(2, 4), (3, 4)], await ReadAll());
        await Scalar("DeleteMembershipTableEntriesKey");
        Assert.Empty(await ReadAll());
    }

    [Fact]
    public async Task AGrainsState_IsWrittenOnTheVersionThatWasReadOnly()
    {
        Assert.Equal(1, await Store("one", [1], null));
        Assert.Equal(DBNull.Value, await Store("one", [9], null)); // Somebody has written it first: the provider sees that nothing new came.
        Assert.Equal(2, await Store("one", [2], 1));
        Assert.Equal(1, await Store("one", [9], 1)); // The version that it sent: again a conflict.
        Assert.Equal(1, await Store("other", [3], null));
        Assert.Equal(([2], 2), await Read("one"));
        Assert.Equal(([3], 1), await Read("other"));
    }

    [Fact]
    public async Task OfManyFirstWrites_OneSucceeds() =>
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Store("one", [(byte)i], null))), 1);

    [Fact]
    public async Task AGrainsState_IsClearedAndDeletedOnItsVersionOnly()
    {
        await Store("one", [1], null);
        Assert.Null(await Scalar("ClearStorageKey", [.. Grain("one"), ("GrainStateVersion", 7)]));
        Assert.Equal(2, await Scalar("ClearStorageKey", [.. Grain("one"), ("GrainStateVersion", 1)]));
        Assert.Equal((null, 2), await Read("one"));
        Assert.Null(await Scalar("DeleteStorageKey", [.. Grain("one"), ("GrainStateVersion", 1)]));
        Assert.Equal(3, await Scalar("DeleteStorageKey", [.. Grain("one"), ("GrainStateVersion", 2)]));
        Assert.Null(await Read("one"));
    }

    private static (string, object?)[] Grain(string id) =>
    [
        ("GrainIdHash", 7), ("GrainIdN0", 0L), ("GrainIdN1", 0L), ("GrainTypeHash", 8), ("GrainTypeString", "pubsub"), ("GrainIdExtensionString", id), ("ServiceId", "hss"),
    ];

    private Task<object?> Store(string id, byte[] payload, int? version) =>
        Scalar("WriteToStorageKey", [.. Grain(id), ("GrainStateVersion", version), ("PayloadBinary", payload)]);

    private async Task<(byte[]? Payload, int Version)?> Read(string id)
    {
        await using var row = await Reader("ReadFromStorageKey", Grain(id));
        return await row.ReadAsync() ? (row["PayloadBinary"] as byte[], (int)row["Version"]) : null;
    }

    private async Task<int> Insert(int port, int version, int proxy = 0) => Assert.IsType<int>(await Scalar(
        "InsertMembershipKey",
        ("Address", "127.0.0.1"), ("Port", port), ("Generation", 9), ("SiloName", "silo"), ("HostName", "host"), ("Status", Joining), ("ProxyPort", proxy),
        ("StartTime", Now), ("IAmAliveTime", Now), ("Version", version)));

    private async Task<int> Update(int port, int version, int status, string? suspects = null) => Assert.IsType<int>(await Scalar(
        "UpdateMembershipKey",
        ("Address", "127.0.0.1"), ("Port", port), ("Generation", 9), ("Status", status), ("SuspectTimes", suspects), ("IAmAliveTime", Now), ("Version", version)));

    private async Task<List<(int? Port, int Version)>> ReadAll()
    {
        await using var reader = await Reader("MembershipReadAllKey");
        List<(int?, int)> rows = [];
        while (await reader.ReadAsync())
            rows.Add((reader["Port"] as int?, (int)reader["Version"]));
        rows.Sort();
        return rows;
    }

    private async Task<object?> Scalar(string key, params (string Name, object? Value)[] parameters)
    {
        await using var command = await Command(key, parameters);
        return await command.ExecuteScalarAsync();
    }

    private async Task<NpgsqlDataReader> Reader(string key, params (string Name, object? Value)[] parameters)
    {
        var command = await Command(key, parameters);
        return await command.ExecuteReaderAsync();
    }

    private async Task<NpgsqlCommand> Command(string key, (string Name, object? Value)[] parameters)
    {
        await using var find = _source.CreateCommand("SELECT querytext FROM orleansquery WHERE querykey = $1");
        find.Parameters.Add(new() { Value = key });
        var command = _source.CreateCommand((string)(await find.ExecuteScalarAsync())!);
        foreach (var (name, value) in parameters.Prepend(("DeploymentId", "hss")))
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
