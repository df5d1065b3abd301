using Portal.Passes;

namespace Portal.Tests.Wallet;

public sealed class PassFileNameTests
{
    [Theory]
    [InlineData("ABC-1", "attachment; filename=ABC-1.pkpass; filename*=UTF-8''ABC-1.pkpass")]
    [InlineData("é\"/..\\\r\n", "attachment; filename=___..___.pkpass; filename*=UTF-8''%C3%A9__..___.pkpass")]
    [InlineData("..", "attachment; filename=pass.pkpass; filename*=UTF-8''pass.pkpass")]
    [InlineData("\u202Egnp", "attachment; filename=_gnp.pkpass; filename*=UTF-8''_gnp.pkpass")]
    public void Whatever_stands_in_a_serial_number_makes_a_safe_header(string serialNumber, string header) =>
        Assert.Equal(header, PassFileName.Disposition(serialNumber));

    [Fact]
    public void A_long_serial_number_is_cut() => Assert.InRange(PassFileName.Disposition(new string('x', 255)).Length, 200, 300);
}
