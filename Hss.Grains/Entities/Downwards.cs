using Hss.Interfaces.Entities;

namespace Hss.Grains.Entities;

/// <summary>Steps after a commit that something else makes good when they fail: a hold that comes due, an effect.</summary>
internal static class Downwards
{
    /// <summary>Tries one. The commit is durable, so its caller is answered whatever comes of this.</summary>
    public static async Task Try(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (e is JournalException or TimeoutException or LimitExceededException)
        {
            // Settled later.
        }
    }
}
