using System.Text.Json.Nodes;

namespace Hss.RobotSimulator;

/// <summary>A task as orders name it.</summary>
internal sealed record CarriedTask(string Id, long Token, string Type, string Source, string Destination)
{
    private const int ShortLength = 8;

    /// <summary>Enough of the id to tell tasks apart by eye.</summary>
    public string Short => Id[..ShortLength];

    /// <summary>A reader hands a book over where it begins.</summary>
    public bool IsReturn => Type == "RETURN_PICKUP";

    /// <summary>A reader waits where it goes.</summary>
    public bool IsRequest => Type == "STUDENT_DELIVERY";

    public static CarriedTask Of(JsonNode task) => new(
        (string)task["task_id"]!, (long)task["fencing_token"]!, (string)task["task_type"]!, (string)task["source_location"]!, (string)task["destination_location"]!);
}
