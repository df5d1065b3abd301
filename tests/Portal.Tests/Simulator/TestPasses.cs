using Passbook.Generator;

namespace Portal.Tests.Simulator;

internal static class TestPasses
{
    public const string Type = "pass.example.boarding";
    public const string Team = "TEAM123456";

    /// <summary>A picture of one point.</summary>
    public static byte[] Icon { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static Pass Boarding(string serial = "A-1", string gate = "B12") => new()
    {
        PassTypeIdentifier = Type,
        TeamIdentifier = Team,
        SerialNumber = serial,
        OrganizationName = "Example Air",
        Description = "Boarding pass",
        AuthenticationToken = "0123456789abcdef-" + serial,
        BoardingPass = new BoardingPassFields
        {
            TransitType = TransitType.Air,
            HeaderFields = [new PassField { Key = "gate", Label = "GATE", Value = gate, ChangeMessage = "Gate changed to %@." }],
            PrimaryFields = [new PassField { Key = "from", Value = "HEL" }, new PassField { Key = "to", Value = "JFK" }],
        },
    };
}
