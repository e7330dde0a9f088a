using System.Data.Common;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hss.Silo.Hosting;
using Hss.Silo.Journal.Sqlite;
using Npgsql;

namespace Hss.Bench.Servers;

/// <summary>
/// The product as in production: signed in over HTTP, rate limits on but out of the way by their settings, no mail server. A client like any other.
/// </summary>
internal sealed class Product : IAsyncDisposable
{
    private const string OperatorEmail = "operator@bench.local";
    private const string Password = "A long password 1";

    private readonly BenchServer _server;
    private readonly string? _connection;

    private Product(BenchServer server, string? connection)
    {
        (_server, _connection) = (server, connection);
        Http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Url, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Signed in as the platform's operator.</summary>
    public HttpClient Http { get; }

    /// <summary>The process.</summary>
    public BenchServer Server => _server;

    /// <summary>What it stores in, as the results name it.</summary>
    public string Database => _connection is null ? Databases.Sqlite : Databases.Postgres;

    /// <summary>Opens its database, to look at what it stored.</summary>
    public async Task<DbConnection> OpenDatabase()
    {
        if (_connection is null)
            return new SqliteDatabase(Path.Combine(_server.Data, JournalOpener.SqliteFile)).Open();
        var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Starts it; SQLite without a database.</summary>
    public static async Task<Product> Start(string program, string key, string? database, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["HSS_SIGNING_KEYS"] = $"bench:{key}",
            ["HSS_DATA_KEYS"] = $"bench:{key}",
            ["HSS_ADMIN_EMAIL"] = OperatorEmail,
            ["HSS_ADMIN_PASSWORD"] = Password,
            ["HSS_LOG_LEVEL"] = "error",
            ["ACCESS_TOKEN_EXPIRE_MINUTES"] = "1440",
            ["RateLimits__SignInsPerMinute"] = "100000",
            ["RateLimits__AccountPerMinute"] = "1000000",
            ["RateLimits__AddressPerMinute"] = "1000000",
            ["Limits__LiveConnections"] = "10000",
            ["COOKIE_SECURE"] = "false",
            ["DB_ENGINE"] = database is null ? Databases.Sqlite : Databases.Postgres,
        };
        if (database is not null)
            environment["DB_CONNECTION"] = database;
        foreach (var (name, value) in settings)
            environment[name] = value;
        var product = new Product(await BenchServer.Start(program, environment), database);
        product.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await product.SignIn(OperatorEmail));
        return product;
    }

    /// <summary>Makes customers of the store and answers their access tokens.</summary>
    public async Task<string[]> Customers(int count)
    {
        var tokens = new string[count];
        await Parallel.ForAsync(0, count, async (n, _) =>
        {
            var email = string.Create(CultureInfo.InvariantCulture, $"customer{n}@bench.local");
            await Post("store/api/v1/auth/register", new { first_name = "Bench", last_name = "Customer", email, password = Password });
            tokens[n] = await SignIn(email);
        });
        return tokens;
    }

    /// <summary>Makes members of another system, by its own way of registering, and answers their access tokens.</summary>
    public async Task<string[]> Members(int count, Func<string, string, object> register, string path)
    {
        var tokens = new string[count];
        await Parallel.ForAsync(0, count, async (n, _) =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"member{n}");
            await Post(path, register(name, $"{name}@bench.local"));
            tokens[n] = await SignIn($"{name}@bench.local");
        });
        return tokens;
    }

    /// <summary>Makes customers of the storage bookings and answers their access tokens.</summary>
    public Task<string[]> Tenants(int count) => Members(
        count, static (name, email) => new { email, password = Password, name }, "hss/api/v1/auth/register");

    /// <summary>The password of everybody who is made here.</summary>
    public static string EverybodysPassword => Password;

    /// <summary>A client that is signed in by a token.</summary>
    public HttpClient As(string token)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _server.Url, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <summary>The operator's own access token.</summary>
    public string Token => Http.DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Makes products with this many units each; their numbers.</summary>
    public async Task<long[]> Products(int count, long stock)
    {
        var category = (long)(await Post("store/api/v1/categories", new { name = "Bench" }))["id"]!;
        var numbers = new long[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, _) =>
        {
            var serial = string.Create(CultureInfo.InvariantCulture, $"B-{n:0000}");
            numbers[n] = (long)(await Post("store/api/v1/products", new { name = $"Product {serial}", model = "B", serial_number = serial, price = 19.9, stock, category_id = category }))["id"]!;
        });
        return [.. numbers.Order()];
    }

    /// <summary>Reads.</summary>
    public async Task<JsonNode> Get(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        return await Read(path, answer);
    }

    /// <summary>Posts.</summary>
    public async Task<JsonNode> Post(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return await Read(path, answer);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<string> SignIn(string email) => (string)(await Post("api/v1/auth/login", new { email, password = Password }))["access_token"]!;

    private static async Task<JsonNode> Read(string path, HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? (await answer.Content.ReadFromJsonAsync<JsonNode>())!
        : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
}
