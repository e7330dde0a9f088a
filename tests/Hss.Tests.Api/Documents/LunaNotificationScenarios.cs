using Hss.Tests.Api.Library;
using Hss.Tests.Api.Notifications;

namespace Hss.Tests.Api.Documents;

/// <summary>Notifications.</summary>
internal static class LunaNotificationScenarios
{
    private const string Url = Notices.Url;

    public static Scenarios All => new()
    {
        [$"GET {Url}"] = async s => await (await Made(s)).Reader.Get($"{Url}?is_read=false&type=REQUEST_STATUS&page=1&limit=5"),
        [$"GET {Url}/preferences"] = async s => await (await Luna.Student(s.Http)).Get($"{Url}/preferences"),
        [$"PUT {Url}/preferences"] = async s => await (await Notices.Reader(s.Server)).Client.Put(
            $"{Url}/preferences", new { in_app = true, push = false, email = true, types = new { ROBOT_STATUS = false }, quiet_hours = new { from = "22:00", to = "07:00", time_zone = "Europe/Berlin" } }),
        [$"PUT {Url}/read-all"] = async s => await (await Made(s)).Reader.Put($"{Url}/read-all"),
        [$"POST {Url}/read-all"] = async s => await (await Made(s)).Reader.Post($"{Url}/read-all"),
        [$"GET {Url}/{{id}}"] = async s => await (await Made(s)).Do((reader, path) => reader.Get(path)),
        [$"PUT {Url}/{{id}}/read"] = async s => await (await Made(s)).Do((reader, path) => reader.Put($"{path}/read")),
        [$"POST {Url}/{{id}}/read"] = async s => await (await Made(s)).Do((reader, path) => reader.Post($"{path}/read")),
        [$"DELETE {Url}/{{id}}"] = async s => await (await Made(s)).Do((reader, path) => reader.Delete(path)),
    };

    private static Task<ApiAnswer> Do(this (ApiClient Reader, string Path) made, Func<ApiClient, string, Task<ApiAnswer>> call) => call(made.Reader, made.Path);

    private static async Task<(ApiClient Reader, string Path)> Made(Stage stage)
    {
        var (reader, id) = await Notices.Reader(stage.Server);
        var row = (await stage.Server.Receive(reader, Notices.To(id, "Arrived")))[0];
        return (reader, $"{Url}/{row["id"]}");
    }
}
