using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Testing.Protocol;
using Portal.Tests.Protocol;
using Portal.Wallet.Requests;

namespace Portal.Tests.BadInputs;

/// <summary>Every field of a device's body with every value of the table, on both faces: the right answer, and nothing half stored.</summary>
public abstract class FieldTests(ProtocolFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<int> Rows { get; } = [.. FieldRow.All.Select((row, number) => new TheoryDataRow<int>(number) { TestDisplayName = $"{row.Input} {row.Field} {number}" }.WithTrait("Input", row.Input))];

    [Theory, MemberData(nameof(Rows))]
    public async Task A_field_is_answered_as_the_table_says(int number)
    {
        var row = FieldRow.All[number];
        foreach (var face in Face.Both)
        {
            var (json, registers) = row.BodyOn(face);
            var pass = await fixture.Cards.IssueAsync();
            var device = fixture.Device(face);

            using var answer = await (registers ? device.RegisterAsync(pass, WalletDevice.Json(json)) : device.LogAsync(WalletDevice.Json(json)));

            Assert.Equal(row.Status, answer.StatusCode);
            await using var db = await fixture.Portal.Contexts.CreateDbContextAsync(Cancelled);
            var registered = await db.Registrations.AnyAsync(registration => registration.PassId == pass.Id, Cancelled);
            Assert.Equal(row.Status is HttpStatusCode.Created, registered);
        }
    }

    [Fact]
    public void Every_field_has_rows() => Assert.Empty(DeviceField.All.Except(FieldRow.All.Select(row => row.Field)));
}

public sealed class FieldOnSqliteTests(ProtocolOnSqlite fixture) : FieldTests(fixture), IClassFixture<ProtocolOnSqlite>;

public sealed class FieldOnPostgresTests(ProtocolOnPostgres fixture) : FieldTests(fixture), IClassFixture<ProtocolOnPostgres>;
