using Hss.Silo.Hosting;
using Hss.Silo.Identity;

namespace Hss.Api;

/// <summary>What a newcomer reads after <c>./run</c>: where it is, who may sign in, and three lines to try. On stderr; stdout has the logs.</summary>
internal static class StartBanner
{
    public static void Write(TextWriter writer, HssSettings settings, string url)
    {
        writer.WriteLine($"""

            HSS runs at {url}  (database: {settings.Database.Engine.ToString().ToLowerInvariant()}, data: {settings.DataFolder})
              documents   {url}/docs   {url}/redoc   {url}/openapi.json
              health      {url}/health/ready
            """);
        foreach (var listener in settings.Http.Listeners)
            writer.WriteLine($"  port {listener.Port} serves {listener.MountPath} alone");
        foreach (var file in settings.CreatedKeys)
            writer.WriteLine($"  made a key in {file}: keep it with the data");
        if (!settings.Development)
            return;
        writer.WriteLine("Demonstration accounts:");
        foreach (var account in IdentityBootstrap.Demonstration)
            writer.WriteLine($"  {account.Email,-27} {account.Password,-14} {string.Join(", ", account.Roles.Select(r => $"{r.System} {r.Role}"))}");
        writer.WriteLine($$$"""
            Book, approve, pay:
              signin() { curl -s {{{url}}}/hss/api/v1/auth/login -H 'Content-Type: application/json' -d "{\"email\":\"$1@hss.local\",\"password\":\"$2\"}" | sed 's/.*"token":"\([^"]*\).*/\1/'; }; C=$(signin customer Customer123!); S=$(signin staff Staff123!)
              B=$(curl -s {{{url}}}/hss/api/v1/bookings -H "Authorization: Bearer $C" -H 'Content-Type: application/json' -d '{"customer_name":"Thandi M","email":"thandi@example.org","pickup_date":"2026-12-01","pickup_window":"08:00-11:00","address":"1 Burnett St","items":[{"type":"bed"},{"type":"box"}],"pricing":{"duration":3,"monthlySubtotal":310,"handlingFee":350,"total":1280}}' | sed 's/.*"booking_id":"\([^"]*\).*/\1/'); echo $B
              curl -s -X POST {{{url}}}/hss/api/v1/staff/bookings/$B/approve -H "Authorization: Bearer $S"; curl -s -X POST {{{url}}}/hss/api/v1/bookings/$B/payment -H "Authorization: Bearer $C"

            """);
    }
}
