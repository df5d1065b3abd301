using Portal.Data.Activity;
using Portal.Wallet.Complaints;

namespace Portal.Tests.Protocol;

/// <summary>The lines are as phones sent them to services that published them.</summary>
public sealed class ComplaintLineTests
{
    private const string Url = "with web service url https://passes.example.com/wallet";

    [Theory]
    [InlineData("Register task (for device 6b8a2c4e, pass type pass.com.example, serial number A-1; " + Url + ") encountered error: Authentication failure",
        ComplaintTask.Register, ComplaintKind.TokenRefused)]
    [InlineData("[2026-08-28 11:57:01 -0400] Unregister task (for device 6b8a2c4e, pass type pass.com.example, serial number A-1; " + Url + ") encountered error: Authentication failure",
        ComplaintTask.Unregister, ComplaintKind.TokenRefused)]
    [InlineData("[2026-08-23 16:49:38 -0700] Get pass task (pass type pass.com.example, serial number A-1, if-modified-since Tue, 09 Aug 2016 21:57:32 GMT; " + Url + ") encountered error: Unexpected response code 503",
        ComplaintTask.Fetch, ComplaintKind.UnexpectedStatus, 503)]
    [InlineData("Get pass task (pass type pass.com.example, serial number A-1, if-modified-since (null); " + Url + "/) encountered error: Received invalid pass data (The pass cannot be read because it isn’t valid.)",
        ComplaintTask.Fetch, ComplaintKind.InvalidPass)]
    [InlineData("Get pass task (pass type pass.com.example, serial number A-1, if-modified-since (null); " + Url + ") encountered error: Server response was malformed (Missing response data)",
        ComplaintTask.Fetch, ComplaintKind.Malformed)]
    [InlineData("Get pass task (pass type pass.com.example, serial number A-1, if-modified-since (null); " + Url + ") encountered error: La connexion a été perdue.",
        ComplaintTask.Fetch, ComplaintKind.Other)]
    [InlineData("[2026-03-22 11:10:28 -0700] Web service error for pass.com.example (https://passes.example.com/): Server requested update to serial number 'A-1', but the pass was unchanged.",
        ComplaintTask.Fetch, ComplaintKind.Unchanged)]
    [InlineData("Web service error for pass.com.example (https://passes.example.com/): Server ignored the 'if-modified-since' header (Tue, 23 Aug 2016 16:54:10 GMT) and returned the full unchanged pass data for serial number 'A-1'.",
        ComplaintTask.Fetch, ComplaintKind.SentInFull)]
    [InlineData("Web service error for pass.com.example (https://passes.example.com/): Update requested for unregistered serial number A-1",
        ComplaintTask.List, ComplaintKind.NotRegistered)]
    public void A_known_line_says_what_was_refused_and_of_which_pass(string line, ComplaintTask task, ComplaintKind kind, int? status = null)
    {
        var read = ComplaintLine.Read(line);

        Assert.Equal((task, kind, status, "pass.com.example", "A-1"), (read.Task, read.Kind, read.Status, read.PassTypeIdentifier, read.SerialNumber));
    }

    [Fact]
    public void A_list_that_failed_names_the_device_and_no_pass()
    {
        var read = ComplaintLine.Read(
            "[2026-09-06 09:14:07 +0800] Get serial #s task (for device b33e3a3d, pass type pass.com.example, last updated (null); " + Url + ") encountered error: Unexpected response code 404");

        Assert.Equal((ComplaintTask.List, ComplaintKind.UnexpectedStatus, 404, "b33e3a3d", null), (read.Task, read.Kind, read.Status, read.DeviceLibraryIdentifier, read.SerialNumber));
    }

    [Fact]
    public void A_tag_that_stays_is_known()
    {
        var read = ComplaintLine.Read(
            "Web service error for pass.com.example (https://a.example/): Response to 'What changed?' request included 1 serial numbers but the lastUpdated tag (7) remained the same.");

        Assert.Equal((ComplaintTask.List, ComplaintKind.SameTag, "pass.com.example"), (read.Task, read.Kind, read.PassTypeIdentifier));
    }

    [Theory]
    [InlineData("A, 1; (2) 'three'")]
    [InlineData("../../etc")]
    [InlineData("Ü😀")]
    public void A_serial_number_may_hold_anything(string serial)
    {
        Assert.Equal(serial, ComplaintLine.Read(
            $"Register task (for device 6b8a2c4e, pass type pass.com.example, serial number {serial}; {Url}) encountered error: Authentication failure").SerialNumber);
        Assert.Equal(serial, ComplaintLine.Read(
            $"Web service error for pass.com.example (https://a.example/): Server requested update to serial number '{serial}', but the pass was unchanged.").SerialNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("Register task")]
    [InlineData("Web service error for : ")]
    [InlineData("Get pass task (pass type , serial number ; with web service url ) encountered error: ")]
    [InlineData("\u001b[31mGet pass task (")]
    public void Anything_else_is_kept_and_not_understood(string line)
    {
        var read = ComplaintLine.Read(line);

        Assert.Equal((ComplaintTask.Unknown, ComplaintKind.Other, null, null), (read.Task, read.Kind, read.Status, read.SerialNumber));
    }

    [Theory]
    [InlineData("Authorization: ApplePass abcDEF123456 was refused", "Authorization: ApplePass … was refused")]
    [InlineData("AndroidPass abcDEF123456", "AndroidPass …")]
    [InlineData("Authorization: AttidoPass abcDEF123456, again", "Authorization: AttidoPass …, again")]
    [InlineData("{\"Authorization\":\"WalletUnionPass abcDEF123456\"}", "{\"Authorization\":\"WalletUnionPass …\"}")]
    [InlineData("authorization: applepass abcDEF123456, ATTIDOPASS  abcDEF123456", "authorization: applepass …, ATTIDOPASS  …")]
    [InlineData("GET /V1/DEVICES/6b8a2c4e1f0d/registrations/pass.com.example", "GET /V1/DEVICES/…/registrations/pass.com.example")]
    [InlineData("Register task (for device 6b8a2c4e1f0d, pass type pass.com.example)", "Register task (for device …, pass type pass.com.example)")]
    [InlineData("GET https://a.example/v1/devices/6b8a2c4e1f0d/registrations/pass.com.example", "GET https://a.example/v1/devices/…/registrations/pass.com.example")]
    [InlineData("Device received spurious push (Device = 00112233445566778899aabbccddeeff)", "Device received spurious push (Device = …)")]
    [InlineData("device 00112233445566778899aabbccddeeff, again", "device …, again")]
    [InlineData("Device: '6b8a2c4e1f0d4711', device library identifier \"6b8a2c4e1f0d4711\"", "Device: '…', device library identifier \"…\"")]
    [InlineData("push to 00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF failed", "push to … failed")]
    [InlineData("serial number 00112233445566778899aabbccddeeff", "serial number 00112233445566778899aabbccddeeff")]
    public void What_is_secret_is_masked(string line, string masked) => Assert.Equal(masked, ComplaintSecrets.Mask(line));
}
