using System.Globalization;
using Hss.Baseline;
using Hss.Baseline.Bookings;
using Hss.Baseline.Catalog;
using Hss.Baseline.Orders;
using Npgsql;

// Orders, products and bookings as one would write them without actors: a transaction a request. BASELINE_FORM, of orders, is usual or tuned.
var builder = WebApplication.CreateSlimBuilder(args);
var settings = builder.Configuration;
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
builder.WebHost.UseUrls(settings["BASELINE_URL"] ?? "http://127.0.0.1:0");
builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WireJson.Default));

var database = new NpgsqlConnectionStringBuilder(settings["BASELINE_DB"] ?? throw new InvalidOperationException("BASELINE_DB is missing"))
{
    MinPoolSize = 1,
    MaxPoolSize = int.Parse(settings["BASELINE_POOL"] ?? "32", CultureInfo.InvariantCulture),
    // Every statement is prepared at its first use, and stays so on its connection.
    MaxAutoPrepare = 40,
    AutoPrepareMinUsages = 1,
    NoResetOnClose = true,
    Timeout = 30,
};
await using var source = new NpgsqlSlimDataSourceBuilder(database.ConnectionString).EnableArrays().Build();
await Schema.Create(source);

builder.Services.AddSingleton(source);
builder.Services.AddSingleton(new TokenCheck(Convert.FromBase64String(settings["BASELINE_KEY"] ?? throw new InvalidOperationException("BASELINE_KEY is missing")), TimeProvider.System));
builder.Services.AddSingleton<CatalogStore>();
builder.Services.AddSingleton<BookingStore>();
builder.Services.AddSingleton<BookingList>();
if (settings["BASELINE_FORM"] == "tuned")
    builder.Services.AddSingleton<IOrderStore, TunedOrderStore>();
else
    builder.Services.AddSingleton<IOrderStore, UsualOrderStore>();

var app = builder.Build();
app.MapGet("/health", static () => TypedResults.Ok());
app.MapProducts();
app.MapOrders();
app.MapBookings();
app.Lifetime.ApplicationStarted.Register(() => Console.Error.WriteLine($"Baseline runs at {app.Urls.First()}"));
await app.RunAsync();
